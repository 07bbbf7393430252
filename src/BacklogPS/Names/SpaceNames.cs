using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Session;

namespace BacklogPS.Names;

/// <summary>Resolves the values of a <c>-Space</c> parameter.</summary>
internal static class SpaceNames
{
    /// <summary>
    /// Resolves the values to spaces, without duplicates. A pattern means the known spaces whose name or key matches,
    /// and may match none. A value that is not an address is reported, and the others still count.
    /// </summary>
    public static async Task<IReadOnlyList<SpaceAddress>> ResolveAsync(
        IEnumerable<string> values, BacklogSession session, PipelineOutput output)
    {
        var found = new List<SpaceAddress>();
        foreach (var value in values)
        {
            // The error has its own target: text that is not an address may contain a key, and must not be repeated.
            await output.TryAsync(() =>
            {
                found.AddRange(Resolve(value, session));
                return Task.CompletedTask;
            }).ConfigureAwait(false);
        }

        return found.Distinct().ToList();
    }

    /// <summary>Resolves one value to spaces, of which there may be none.</summary>
    /// <exception cref="BacklogException">The value is not an address.</exception>
    public static IEnumerable<SpaceAddress> Resolve(string value, BacklogSession session) =>
        IsPattern(value) ? Matching(value, session) : new[] { session.Spaces.Resolve(value) };

    // In a URL, a question mark starts the query, an asterisk in the query is literal, and brackets enclose an IPv6
    // address. A page's URL must not be mistaken for a pattern that matches nothing.
    private static bool IsPattern(string value) => value.IndexOf("://", StringComparison.Ordinal) < 0
        ? NameText.IsPattern(value)
        : value.IndexOf('*') >= 0 && value.IndexOfAny(new[] { '?', '#' }) < 0;

    private static IEnumerable<SpaceAddress> Matching(string value, BacklogSession session) =>
        NameText.Fitting(new[] { value }, AuthStatusReader.AllOf(session), a => new[] { a.Name, a.Key });
}
