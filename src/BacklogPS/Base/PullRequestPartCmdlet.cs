using System.Management.Automation;
using BacklogPS.Completion;
using BacklogPS.Parameters;

namespace BacklogPS.Base;

/// <summary>The base of the cmdlets that list parts of pull requests, possibly among others.</summary>
public abstract class PullRequestPartCmdlet : SpaceResourceCmdlet
{
    internal const string PullRequestSet = "PullRequest";

    /// <summary>Key or id of the project that has the pull request.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKey")]
    [ProjectKeyTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public string Project { get; set; } = null!;

    /// <summary>Name or id of the Git repository that has the pull request.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RepositoryCompleter))]
    public string Repository { get; set; } = null!;

    /// <summary>Numbers of pull requests.</summary>
    [Parameter(ParameterSetName = PullRequestSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PullRequestNumber")]
    [ValidateNotNullOrEmpty]
    [WholeNumber]
    public long[] Number { get; set; } = null!;
}
