using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Http;
using BacklogPS.Resources;

namespace BacklogPS.Pipeline;

/// <summary>What the values of a <c>-Project</c> parameter mean.</summary>
internal static class ProjectNames
{
    /// <summary>The keys or ids that a value names: itself, or with wildcards the keys of the projects that fit, maybe none.</summary>
    public static async Task<IReadOnlyList<string>> ResolveAsync(string value, BacklogHttp http, CancellationToken cancel)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(value))
        {
            return new[] { value };
        }

        var pattern = WildcardPattern.Get(value, WildcardOptions.IgnoreCase);
        var projects = await Projects.LookUpAsync(http, cancel).ConfigureAwait(false);
        return projects.Select(p => p.ProjectKey).Where(pattern.IsMatch).ToList();
    }
}
