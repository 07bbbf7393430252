using System;
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

/// <summary>Gets the Git repositories of a project: all, or those named.</summary>
[Cmdlet(VerbsCommon.Get, "BacklogRepository")]
[OutputType(typeof(GitRepository))]
public sealed class GetBacklogRepositoryCommand : ProjectResourceCmdlet
{
    /// <summary>Names, with wildcards, or ids. The default is all.</summary>
    [Parameter(Position = 1)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public string[]? Repository { get; set; }

    internal override async Task ProcessProjectAsync(BacklogHttp http, string project, PipelineOutput output, CancellationToken cancel)
    {
        var patterns = Repository?.Where(NameText.IsPattern).ToArray();
        var literals = Repository?.Except(patterns!).ToArray() ?? Array.Empty<string>();
        if (Repository is null || patterns!.Length > 0)
        {
            var listed = await GitRepositories.ListAsync(http, project, cancel).ConfigureAwait(false);

            // A repository that is also named literally is emitted once, from its own request below.
            var others = listed.Where(r => !literals.Contains(r.Name)).ToList();
            await output.WriteNamedAsync(Messages.NounRepository, project, patterns, others, r => new[] { r.Name }).ConfigureAwait(false);
        }

        foreach (var name in literals)
        {
            await output.TryInRepositoryAsync(
                project,
                name,
                http,
                async repository => await output.WriteAsync(await GitRepositories.GetAsync(http, project, repository, cancel).ConfigureAwait(false)).ConfigureAwait(false),
                name,
                cancel).ConfigureAwait(false);
        }
    }
}
