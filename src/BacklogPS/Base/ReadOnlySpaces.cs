using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>
/// Refuses a change in a read-only space before the user is asked to confirm it. <c>-WhatIf</c> still shows the plan,
/// which is useful with a read-only connection, and warns once that the space would refuse the change.
/// </summary>
internal sealed class ReadOnlySpaces
{
    private readonly HashSet<string> told = new();

    /// <exception cref="BacklogException">The space is read-only.</exception>
    public async Task RequireWritableAsync(PSCmdlet cmdlet, BacklogHttp http, PipelineOutput output)
    {
        if (!http.IsReadOnly)
        {
            return;
        }

        var (command, space) = (cmdlet.MyInvocation.MyCommand.Name, http.Address.Name);
        if (!await output.OnPipelineAsync(() => Preferences.IsWhatIf(cmdlet)).ConfigureAwait(false))
        {
            throw new BacklogException(BacklogErrorKind.SpaceReadOnly, Message.Of(CmdletMessages.SpaceReadOnlyCommand, command, space))
            {
                NextStep = CmdletMessages.SpaceReadOnlyNext,
                Space = space,
                Target = space,
            };
        }

        if (told.Add(space))
        {
            output.Warning(Message.Of(CmdletMessages.SpaceReadOnlyWhatIf, command, space));
        }
    }
}
