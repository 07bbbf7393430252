using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
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

/// <summary>Gets projects: all that you can see, or the given ones.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogProject")]
[OutputType(typeof(Project))]
public sealed class GetBacklogProjectCommand : SpaceResourceCmdlet
{
    /// <summary>Project keys or ids; keys with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string[]? Project { get; set; }

    /// <summary>Names, with wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Only archived projects ($true), or only those that are not ($false). The default is both.</summary>
    [Parameter]
    public bool? Archived { get; set; }

    /// <summary>All projects of the space, whether you have joined them or not. For administrators of the space.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var patterns = Project?.Where(NameText.IsPattern).ToArray();
        var literals = Project?.Except(patterns!).Distinct(StringComparer.OrdinalIgnoreCase).ToArray() ?? Array.Empty<string>();
        var written = new HashSet<long>();
        if (Project is null || patterns!.Length > 0)
        {
            var listed = await Projects.ListAsync(http, Archived, All, cancel).ConfigureAwait(false);

            // A project that is also named literally is emitted once, from its own request below.
            await output.WriteAllAsync(Fitting(listed, patterns).Where(p => !literals.Any(l => Is(p, l)) && written.Add(p.Id))).ConfigureAwait(false);
        }

        foreach (var key in literals)
        {
            await output.TryAsync(() => ProjectNames.InAsync(key, http, WriteAsync, cancel, getsIt: true), key).ConfigureAwait(false);
        }

        async Task WriteAsync(string key)
        {
            var project = await Projects.GetAsync(http, key, cancel).ConfigureAwait(false);
            await output.WriteAllAsync(Fitting(new[] { project }, null).Where(p => written.Add(p.Id))).ConfigureAwait(false);
        }
    }

    private IEnumerable<Project> Fitting(IReadOnlyList<Project> projects, string[]? keyPatterns)
    {
        projects = keyPatterns is null ? projects : NameText.Fitting(keyPatterns, projects, p => new[] { p.ProjectKey });
        projects = Name is null ? projects : NameText.Fitting(Name, projects, p => new[] { p.Name });
        return projects.Where(p => Archived is null || Archived == (p.Archived ?? false));
    }

    private static bool Is(Project project, string keyOrId) =>
        keyOrId.Equals(project.ProjectKey, StringComparison.OrdinalIgnoreCase)
        || keyOrId == project.Id.ToString(CultureInfo.InvariantCulture);
}
