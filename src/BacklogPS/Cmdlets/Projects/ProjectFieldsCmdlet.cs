using System.Management.Automation;
using BacklogPS.Base;
using BacklogPS.Resources;

namespace BacklogPS.Commands;

/// <summary>The base of the cmdlets that write projects: a parameter for each setting of a project.</summary>
public abstract class ProjectFieldsCmdlet : WriteCmdlet
{
    /// <summary>Whether the project shows burndown charts.</summary>
    [Parameter]
    public bool ChartEnabled { get; set; }

    /// <summary>Whether resolved issues count as done in charts.</summary>
    [Parameter]
    public bool UseResolvedForChart { get; set; }

    /// <summary>Whether issues can have child issues.</summary>
    [Parameter]
    public bool SubtaskingEnabled { get; set; }

    /// <summary>Whether child issues can have children. Requires -SubtaskingEnabled.</summary>
    [Parameter]
    public bool GrandchildIssueEnabled { get; set; }

    /// <summary>Whether administrators of the project can appoint other administrators.</summary>
    [Parameter]
    public bool ProjectLeaderCanEditProjectLeader { get; set; }

    /// <summary>Whether the project has a wiki.</summary>
    [Parameter]
    public bool UseWiki { get; set; }

    /// <summary>Whether the project has documents.</summary>
    [Parameter]
    public bool UseDocument { get; set; }

    /// <summary>Whether the project has shared files.</summary>
    [Parameter]
    public bool UseFileSharing { get; set; }

    /// <summary>Whether the wiki shows its pages as a tree.</summary>
    [Parameter]
    public bool UseWikiTreeView { get; set; }

    /// <summary>Whether the project has a Subversion repository.</summary>
    [Parameter]
    public bool UseSubversion { get; set; }

    /// <summary>Whether the project has Git repositories.</summary>
    [Parameter]
    public bool UseGit { get; set; }

    /// <summary>Whether the wiki shows images in their original size.</summary>
    [Parameter]
    public bool UseOriginalImageSizeAtWiki { get; set; }

    /// <summary>Whether issues have the fields for development.</summary>
    [Parameter]
    public bool UseDevAttributes { get; set; }

    /// <summary>The markup of the project's texts.</summary>
    [Parameter]
    [ValidateSet(nameof(BacklogPS.TextFormattingRule.Backlog), nameof(BacklogPS.TextFormattingRule.Markdown))]
    public TextFormattingRule TextFormattingRule { get; set; }

    /// <summary>The given settings.</summary>
    internal ProjectFields Settings => new()
    {
        ChartEnabled = Field<bool?>(nameof(ChartEnabled), ChartEnabled),
        UseResolvedForChart = Field<bool?>(nameof(UseResolvedForChart), UseResolvedForChart),
        SubtaskingEnabled = Field<bool?>(nameof(SubtaskingEnabled), SubtaskingEnabled),
        GrandchildIssueEnabled = Field<bool?>(nameof(GrandchildIssueEnabled), GrandchildIssueEnabled),
        ProjectLeaderCanEditProjectLeader = Field<bool?>(nameof(ProjectLeaderCanEditProjectLeader), ProjectLeaderCanEditProjectLeader),
        UseWiki = Field<bool?>(nameof(UseWiki), UseWiki),
        UseDocument = Field<bool?>(nameof(UseDocument), UseDocument),
        UseFileSharing = Field<bool?>(nameof(UseFileSharing), UseFileSharing),
        UseWikiTreeView = Field<bool?>(nameof(UseWikiTreeView), UseWikiTreeView),
        UseSubversion = Field<bool?>(nameof(UseSubversion), UseSubversion),
        UseGit = Field<bool?>(nameof(UseGit), UseGit),
        UseOriginalImageSizeAtWiki = Field<bool?>(nameof(UseOriginalImageSizeAtWiki), UseOriginalImageSizeAtWiki),
        UseDevAttributes = Field<bool?>(nameof(UseDevAttributes), UseDevAttributes),
        TextFormattingRule = Field<TextFormattingRule?>(nameof(TextFormattingRule), TextFormattingRule),
    };
}
