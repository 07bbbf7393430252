using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using BacklogPS.Pipeline;

namespace BacklogPS.Completion;

/// <summary>
/// The base of all completers: suggests the values that match the word, quoted and escaped where necessary, and never
/// fails.
/// </summary>
public abstract class ValueCompleter : IArgumentCompleter
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
            var word = new CompletionWord(wordToComplete);
            return Suggest(fakeBoundParameters ?? new Hashtable())
                .Where(s => s.Value.Length > 0 && word.Fits(s))
                .Select(s => new CompletionResult(
                    word.Write(s.Value),
                    s.Value,
                    CompletionResultType.ParameterValue,
                    string.IsNullOrEmpty(s.Tooltip) ? s.Value : s.Tooltip))
                .ToList();
        }
        catch (Exception)
        {
            // Ignore all errors here. The cmdlet reports them when it runs.
            return Array.Empty<CompletionResult>();
        }
    }

    /// <summary>Lists all values.</summary>
    /// <param name="bound">The parameters that are already typed.</param>
    internal abstract IEnumerable<Suggestion> Suggest(IDictionary bound);

    /// <summary>The values already typed for a parameter; null if it is missing or cannot be evaluated.</summary>
    internal static IReadOnlyList<string>? Typed(IDictionary bound, string parameter)
    {
        var value = Wrapped.Bare(bound[parameter]);
        return value switch
        {
            null => null,
            string text => new[] { text },
            IEnumerable many => many.Cast<object?>().Select(v => v?.ToString()).Where(v => !string.IsNullOrEmpty(v)).ToList()!,
            _ => new[] { value.ToString()! },
        };
    }
}
