using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Session;

namespace BacklogPS.Names;

/// <summary>What the values of a <c>-Space</c> parameter mean.</summary>
internal static class SpaceNames
{
    /// <summary>
    /// The spaces that the values name, each once. A wildcard stands for the known spaces whose name or key fits, and
    /// for none without complaint; what is no address is reported, and the others still count.
    /// </summary>
    public static async Task<IReadOnlyList<SpaceAddress>> ResolveAsync(
        IEnumerable<string> values, BacklogSession session, PipelineOutput output)
    {
        var found = new List<SpaceAddress>();
        foreach (var value in values)
        {
            // The error has its own target: text that is not an address may contain a key, and is then not repeated.
            await output.TryAsync(() =>
            {
                found.AddRange(Resolve(value, session));
                return Task.CompletedTask;
            }).ConfigureAwait(false);
        }

        return found.Distinct().ToList();
    }

    /// <summary>The spaces that one value names, maybe none.</summary>
    /// <exception cref="BacklogException">The value is not an address.</exception>
    public static IEnumerable<SpaceAddress> Resolve(string value, BacklogSession session) =>
        IsPattern(value) ? Matching(value, session) : new[] { session.Spaces.Resolve(value) };

    // In a URL a question mark begins a query, in which an asterisk means nothing either, and brackets hold an address of
    // IPv6; so that no page's address is taken for a pattern that fits nothing.
    private static bool IsPattern(string value) => value.IndexOf("://", StringComparison.Ordinal) < 0
        ? NameText.IsPattern(value)
        : value.IndexOf('*') >= 0 && value.IndexOfAny(new[] { '?', '#' }) < 0;

    private static IEnumerable<SpaceAddress> Matching(string value, BacklogSession session) =>
        NameText.Fitting(new[] { value }, AuthStatusReader.AllOf(session), a => new[] { a.Name, a.Key });
}
