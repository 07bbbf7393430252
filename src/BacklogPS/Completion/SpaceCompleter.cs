using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using BacklogPS.Session;

namespace BacklogPS.Completion;

/// <summary>Completes <c>-Space</c> with the known spaces; asks no network and no vault, and never fails.</summary>
public sealed class SpaceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        try
        {
            var word = (wordToComplete ?? "").Trim('\'', '"');
            return BacklogSession.Instance.Spaces
                .Where(s => s.Address.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                .Select(s => new CompletionResult(
                    s.Address.Name,
                    s.Address.Name,
                    CompletionResultType.ParameterValue,
                    s.UserName is null ? s.Address.BaseUri.AbsoluteUri : $"{s.Address.BaseUri.AbsoluteUri} ({s.UserName})"))
                .ToList();
        }
        catch (BacklogException)
        {
            // A damaged registry is reported by the cmdlets; Tab has nothing to say about it.
            return Array.Empty<CompletionResult>();
        }
    }
}
