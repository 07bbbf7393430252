using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>
/// Checks whether an object in the pipeline is something that the cmdlet can use. Every object has a Space property,
/// and that alone satisfies PowerShell's binding: <c>Get-BacklogUser emily | Get-BacklogIssue</c> would return all
/// issues of the space.
/// </summary>
internal sealed class PipelineInput
{
    // PowerShell keeps the object private. If a version no longer has this property, the check is skipped.
    private static readonly PropertyInfo? Current =
        typeof(Cmdlet).BaseType?.GetProperty("CurrentPipelineObject", BindingFlags.Instance | BindingFlags.NonPublic);

    // Properties that identify a single object. A row without any of them refers to its space or its project.
    private static readonly string[] Identities =
    {
        "Id", "Key", "IssueKey", "WikiId", "PageId", "DocumentId", "Repository", "Number", "PullRequestNumber", "CommentId", "UserId", "SpaceKey",
    };

    // The objects that these refer to are the ones that they belong to.
    private static readonly Type[] Parts =
    {
        typeof(Attachment), typeof(Comment), typeof(CommentNotification), typeof(WikiHistory), typeof(DocumentComment), typeof(ItemCount),
    };

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Known = new();
    private readonly PSCmdlet cmdlet;
    private readonly Dictionary<PropertyInfo, object?> before;
    private readonly IReadOnlyList<string> arguments;

    /// <summary>
    /// Created before the first object comes, so that parameters that are set now are known to be arguments.
    /// </summary>
    public PipelineInput(PSCmdlet cmdlet)
    {
        this.cmdlet = cmdlet;
        before = Known.GetOrAdd(cmdlet.GetType(), OfPipeline).ToDictionary(p => p, p => (object?)p.GetValue(cmdlet));
        arguments = cmdlet.MyInvocation.BoundParameters.Keys.ToList();
    }

    /// <summary>The current pipeline object; null if there is none.</summary>
    public PSObject? Object => Current?.GetValue(cmdlet) as PSObject;

    /// <summary>The parameters that the object has set, except <c>-Space</c>.</summary>
    public IReadOnlyList<string> Filled => before.Where(p => !Equals(p.Key.GetValue(cmdlet), p.Value)).Select(p => p.Key.Name).ToList();

    /// <summary>Whether a parameter was given as an argument, not set by the object.</summary>
    public bool IsArgument(string parameter) => arguments.Contains(parameter);

    /// <summary>
    /// Whether an object means a space: a space object, or a custom row with a space but without the id of anything
    /// else.
    /// </summary>
    public static bool IsSpace(PSObject given) => PipedObject.KindOf(given) is { } kind ? kind == typeof(SpaceInfo) : !IsOfAThing(given);

    /// <summary>Whether an object means a project: a project object, or a custom row with a project.</summary>
    public static bool IsProject(PSObject given) => PipedObject.KindOf(given) switch
    {
        { } kind when kind == typeof(RecentItem) => given.Properties["ProjectKey"]?.Value is not null,
        { } kind => kind == typeof(Project),
        null => !IsOfAThing(given) || (given.Properties["ProjectKey"] is not null && given.Properties["IssueKey"] is null),
    };

    /// <summary>
    /// The error if a cmdlet that changes connections gets an object that is not a space, because an issue, for
    /// example, would disconnect its space; null if the object is fine.
    /// </summary>
    public BacklogException? RefuseAllButSpaces() => Object is { BaseObject: not string } given && !IsSpace(given)
        ? new BacklogException(
            BacklogErrorKind.InputObjectNotBound,
            Message.Of(CmdletMessages.InputObjectNotBound, cmdlet.MyInvocation.MyCommand.Name, PipedObject.NameOf(given)))
        {
            NextStep = CmdletMessages.InputObjectNotBoundNext,
            Target = given,
        }
        : null;

    /// <summary>Whether an object is a part of the issue, page or pull request that it refers to.</summary>
    public static bool IsPart(PSObject given) => Parts.Contains(PipedObject.KindOf(given));

    /// <summary>
    /// Passes the object itself to the parameter for its type. PowerShell prefers the default parameter set, which
    /// would take only the project of a repository, for example.
    /// </summary>
    /// <returns>The parameter set of that parameter; null if there is none.</returns>
    public string? HandOver()
    {
        if (Object is { } given && PipedObject.Read(given) is { } known)
        {
            foreach (var property in before.Keys.Where(p => p.PropertyType != typeof(BacklogObject) && p.PropertyType.IsInstanceOfType(known)))
            {
                var set = property.GetCustomAttributes<ParameterAttribute>().First(a => a.ValueFromPipeline).ParameterSetName;
                if (arguments.All(a => IsIn(a, set)))
                {
                    property.SetValue(cmdlet, known);
                    return set;
                }
            }
        }

        return null;
    }

    // PowerShell's common parameters are in every parameter set.
    private bool IsIn(string parameter, string set) =>
        cmdlet.GetType().GetProperty(parameter)?.GetCustomAttributes<ParameterAttribute>().ToList() is not { Count: > 0 } all
        || all.Any(a => a.ParameterSetName == set || a.ParameterSetName == ParameterAttribute.AllParameterSets);

    private static bool IsOfAThing(PSObject row) => Identities.Any(i => row.Properties[i] is not null);

    private static IReadOnlyList<PropertyInfo> OfPipeline(Type type) => type.GetProperties()
        .Where(p => p.Name != nameof(SpaceResourceCmdlet.Space) && !(typeof(SaveFileCmdlet).IsAssignableFrom(type) && typeof(SaveFileCmdlet).GetProperty(p.Name) is not null)
            && p.GetCustomAttributes<ParameterAttribute>().Any(a => a.ValueFromPipeline || a.ValueFromPipelineByPropertyName))
        .ToList();
}
