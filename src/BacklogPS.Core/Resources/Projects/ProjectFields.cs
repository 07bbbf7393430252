using BacklogPS.Http;

namespace BacklogPS.Resources;

/// <summary>The fields of a write to a project.</summary>
/// <remarks>
/// https://developer.nulab.com/docs/backlog/api/2/add-project/, https://developer.nulab.com/docs/backlog/api/2/update-project/
/// </remarks>
internal sealed record ProjectFields
{
    public Field<string?> Name { get; init; }

    public Field<string?> Key { get; init; }

    public Field<bool?> ChartEnabled { get; init; }

    public Field<bool?> UseResolvedForChart { get; init; }

    public Field<bool?> SubtaskingEnabled { get; init; }

    public Field<bool?> GrandchildIssueEnabled { get; init; }

    public Field<bool?> ProjectLeaderCanEditProjectLeader { get; init; }

    public Field<bool?> UseWiki { get; init; }

    public Field<bool?> UseDocument { get; init; }

    public Field<bool?> UseFileSharing { get; init; }

    public Field<bool?> UseWikiTreeView { get; init; }

    public Field<bool?> UseSubversion { get; init; }

    public Field<bool?> UseGit { get; init; }

    public Field<bool?> UseOriginalImageSizeAtWiki { get; init; }

    public Field<TextFormattingRule?> TextFormattingRule { get; init; }

    /// <summary>Only for an existing project.</summary>
    public Field<bool?> Archived { get; init; }

    public Field<bool?> UseDevAttributes { get; init; }

    /// <summary>The fields in the API's form.</summary>
    public Fields ToFields() => new Fields()
        .Add("name", Name)
        .Add("key", Key)
        .Add("chartEnabled", ChartEnabled)
        .Add("useResolvedForChart", UseResolvedForChart)
        .Add("subtaskingEnabled", SubtaskingEnabled)
        .Add("grandchildIssueEnabled", GrandchildIssueEnabled)
        .Add("projectLeaderCanEditProjectLeader", ProjectLeaderCanEditProjectLeader)
        .Add("useWiki", UseWiki)
        .Add("useDocument", UseDocument)
        .Add("useFileSharing", UseFileSharing)
        .Add("useWikiTreeView", UseWikiTreeView)
        .Add("useSubversion", UseSubversion)
        .Add("useGit", UseGit)
        .Add("useOriginalImageSizeAtWiki", UseOriginalImageSizeAtWiki)
        .Add("textFormattingRule", TextFormattingRule.IsGiven ? new Field<string?>(TextFormattingRule.Value?.ToString().ToLowerInvariant()) : default)
        .Add("archived", Archived)
        .Add("useDevAttributes", UseDevAttributes);
}
