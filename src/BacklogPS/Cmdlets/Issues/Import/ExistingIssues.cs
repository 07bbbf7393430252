using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>Reads the issues whose keys are in a sheet, with as few requests as possible.</summary>
internal static class ExistingIssues
{
    /// <summary>
    /// Returns the existing issues by key. If a project has more rows than its list has pages, the pages are read
    /// instead.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, Issue>> ReadAsync(BacklogHttp http, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var found = new Dictionary<string, Issue>(StringComparer.OrdinalIgnoreCase);
        foreach (var ofProject in keys.Distinct(StringComparer.OrdinalIgnoreCase).GroupBy(Issue.ProjectOf, StringComparer.OrdinalIgnoreCase))
        {
            var wanted = new HashSet<string>(ofProject, StringComparer.OrdinalIgnoreCase);
            if (wanted.Count > 3 && await FilterAsync(http, ofProject.Key!, cancel).ConfigureAwait(false) is { } filter)
            {
                var count = await Issues.CountAsync(http, filter, cancel).ConfigureAwait(false);
                if (count / PageRange.FullPage < wanted.Count)
                {
                    await Issues.ListAsync(http, filter, f => f.ToQuery().Add("sort", "created").Add("order", SortOrder.Ascending), PageRange.All, Take, cancel, isEnough: _ => wanted.Count == 0).ConfigureAwait(false);
                }
            }

            foreach (var key in wanted.ToList())
            {
                try
                {
                    await Take(new[] { await Issues.GetAsync(http, key, cancel).ConfigureAwait(false) }).ConfigureAwait(false);
                }
                catch (BacklogException error) when (error.Kind is BacklogErrorKind.NotFound or BacklogErrorKind.AccessDenied)
                {
                    // The caller notices that the issue is missing.
                }
            }

            Task Take(IReadOnlyList<Issue> page)
            {
                foreach (var issue in page.Where(i => wanted.Remove(i.IssueKey)))
                {
                    found[issue.IssueKey] = issue;
                }

                return Task.CompletedTask;
            }
        }

        return found;
    }

    private static async Task<IReadOnlyList<IssueFilter>?> FilterAsync(BacklogHttp http, string project, CancellationToken cancel)
    {
        try
        {
            var known = await Lookups.Project.OneAsync(http, null, new Given { Text = project }, cancel).ConfigureAwait(false);
            return new[] { new IssueFilter { ProjectIds = new[] { known.Id } } };
        }
        catch (BacklogException error) when (error.Kind is BacklogErrorKind.NameUnknown or BacklogErrorKind.NotFound)
        {
            return null;
        }
    }
}
