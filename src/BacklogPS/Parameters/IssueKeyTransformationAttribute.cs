using System;

namespace BacklogPS.Parameters;

/// <summary>Lets a parameter accept issue keys in any form that people use, ids and issues.</summary>
internal sealed class IssueKeyTransformationAttribute : ObjectTextAttribute
{
    internal override Type Takes => typeof(Issue);

    internal override bool IsPage(string text) => IssueKeyText.IsPage(text);

    internal override bool TryReadPage(string text, out SpaceAddress? space, out string key) => IssueKeyText.TryReadPage(text, out space, out key);

    protected override string Noun => Messages.NounIssue;

    protected override string? TextOf(object given) => (given as Issue)?.IssueKey;

    protected override string Written(string text) => IssueKeyText.Read(text);
}
