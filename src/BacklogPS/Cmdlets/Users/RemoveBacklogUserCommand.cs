using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Removes users from a space. For administrators, on classic plans.</summary>
[Cmdlet(VerbsCommon.Remove, "BacklogUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(User))]
public sealed class RemoveBacklogUserCommand : DestructiveCmdlet
{
    /// <summary>The users, by name, sign-in id or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(User))]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[] User { get; set; } = null!;

    internal override IEnumerable<Given> Things => References(User);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var user = await Lookups.User.OneAsync(http, null, thing, cancel).ConfigureAwait(false);
        return Change.Remove(Targets.InSpace(http, Messages.NounUser, user.Name), () => Users.RemoveAsync(http, user.Id, cancel), user);
    }
}
