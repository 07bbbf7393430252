using System;

namespace BacklogPS.Parameters;

/// <summary>Lets a parameter take project keys, ids and projects.</summary>
internal sealed class ProjectKeyTransformationAttribute : ObjectTextAttribute
{
    internal override Type Takes => typeof(Project);

    protected override string Noun => Messages.NounProject;

    protected override string? TextOf(object given) => (given as Project)?.ProjectKey;
}
