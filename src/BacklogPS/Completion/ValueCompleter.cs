using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BacklogPS.Completion;

/// <summary>What every completer does: offers the values that fit the word, written so that they mean themselves, and never fails.</summary>
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
            // Whatever is wrong is reported by the cmdlet when it runs; Tab has nothing to say about it.
            return Array.Empty<CompletionResult>();
        }
    }

    /// <summary>All values there are.</summary>
    /// <param name="bound">The parameters that are typed already.</param>
    internal abstract IEnumerable<Suggestion> Suggest(IDictionary bound);

    /// <summary>The texts that were given to a parameter already typed; null if it was not, or not readably.</summary>
    internal static IReadOnlyList<string>? Typed(IDictionary bound, string parameter)
    {
        var value = bound[parameter] is PSObject wrapped ? wrapped.BaseObject : bound[parameter];
        return value switch
        {
            null => null,
            string text => new[] { text },
            IEnumerable many => many.Cast<object?>().Select(v => v?.ToString()).Where(v => !string.IsNullOrEmpty(v)).ToList()!,
            _ => new[] { value.ToString()! },
        };
    }
}
