using System;

namespace BacklogPS.Parameters;

/// <summary>Lets a parameter accept project keys, ids, URLs of project pages, and projects.</summary>
internal sealed class ProjectKeyTransformationAttribute : ObjectTextAttribute
{
    internal override Type Takes => typeof(Project);

    internal override bool IsPage(string text) => ProjectPageText.IsPage(text);

    internal override bool TryReadPage(string text, out SpaceAddress? space, out string key) => ProjectPageText.TryRead(text, out space, out key);

    protected override string Noun => Messages.NounProject;

    protected override string? TextOf(object given) => (given as Project)?.ProjectKey;
}
