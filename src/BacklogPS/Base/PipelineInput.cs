using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using BacklogPS.Pipeline;

namespace BacklogPS.Base;

/// <summary>
/// Tells whether an object in the pipeline said what it is asked about. Every object names its space, which alone makes
/// PowerShell content: <c>Get-BacklogUser emily | Get-BacklogIssue</c> would give all issues of the space.
/// </summary>
internal sealed class PipelineInput
{
    // PowerShell keeps the object to itself. Where a version had it no more, nothing would be looked at.
    private static readonly PropertyInfo? Current =
        typeof(Cmdlet).BaseType?.GetProperty("CurrentPipelineObject", BindingFlags.Instance | BindingFlags.NonPublic);

    // What tells one thing from others of its kind: a row that has none of it is about its space or its project.
    private static readonly string[] Identities =
    {
        "Id", "Key", "IssueKey", "WikiId", "PageId", "DocumentId", "Repository", "Number", "PullRequestNumber", "CommentId", "UserId", "SpaceKey",
    };

    // The other objects that they name are the ones that they belong to.
    private static readonly Type[] Parts =
    {
        typeof(Attachment), typeof(Comment), typeof(CommentNotification), typeof(WikiHistory), typeof(DocumentComment),
    };

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Known = new();
    private readonly PSCmdlet cmdlet;
    private readonly Dictionary<PropertyInfo, object?> before;
    private readonly IReadOnlyList<string> arguments;

    /// <summary>Made before the first object comes: what is set then was given as an argument.</summary>
    public PipelineInput(PSCmdlet cmdlet)
    {
        this.cmdlet = cmdlet;
        before = Known.GetOrAdd(cmdlet.GetType(), OfPipeline).ToDictionary(p => p, p => (object?)p.GetValue(cmdlet));
        arguments = cmdlet.MyInvocation.BoundParameters.Keys.ToList();
    }

    /// <summary>The object that is being worked on; null if there is none.</summary>
    public PSObject? Object => Current?.GetValue(cmdlet) as PSObject;

    /// <summary>The parameters that the object filled, <c>-Space</c> aside.</summary>
    public IReadOnlyList<string> Filled => before.Where(p => !Equals(p.Key.GetValue(cmdlet), p.Value)).Select(p => p.Key.Name).ToList();

    /// <summary>Whether a parameter was given as an argument, not by the object.</summary>
    public bool IsArgument(string parameter) => arguments.Contains(parameter);

    /// <summary>Whether an object stands for a space, or is a row of somebody's with a space in it; not one of a thing.</summary>
    public static bool IsSpace(PSObject given) => PipedObject.KindOf(given) is { } kind ? kind == typeof(SpaceInfo) : !IsOfAThing(given);

    /// <summary>Whether an object stands for a project, or is a row of somebody's with a project in it.</summary>
    public static bool IsProject(PSObject given) => PipedObject.KindOf(given) switch
    {
        { } kind when kind == typeof(RecentItem) => given.Properties["ProjectKey"]?.Value is not null,
        { } kind => kind == typeof(Project),
        null => !IsOfAThing(given) || (given.Properties["ProjectKey"] is not null && given.Properties["IssueKey"] is null),
    };

    /// <summary>
    /// What is wrong with an object for a cmdlet that changes something about spaces: of an issue it would be the space
    /// that is left. Null if nothing is.
    /// </summary>
    public BacklogException? RefuseAllButSpaces() => Object is { BaseObject: not string } given && !IsSpace(given)
        ? new BacklogException(
            BacklogErrorKind.InputObjectNotBound,
            Message.Of(Messages.InputObjectNotBound, cmdlet.MyInvocation.MyCommand.Name, PipedObject.NameOf(given)))
        {
            NextStep = Messages.InputObjectNotBoundNext,
            Target = given,
        }
        : null;

    /// <summary>Whether an object is a part of the issue, the page or the pull request that it names.</summary>
    public static bool IsPart(PSObject given) => Parts.Contains(PipedObject.KindOf(given));

    /// <summary>
    /// Hands the object itself over where a parameter takes just its kind. PowerShell prefers the default parameter set:
    /// there a repository would only be the project that it names.
    /// </summary>
    /// <returns>The parameter set that the parameter is in; null if no parameter takes it.</returns>
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

    // Those that PowerShell gives every cmdlet are in every set.
    private bool IsIn(string parameter, string set) =>
        cmdlet.GetType().GetProperty(parameter)?.GetCustomAttributes<ParameterAttribute>().ToList() is not { Count: > 0 } all
        || all.Any(a => a.ParameterSetName == set || a.ParameterSetName == ParameterAttribute.AllParameterSets);

    private static bool IsOfAThing(PSObject row) => Identities.Any(i => row.Properties[i] is not null);

    private static IReadOnlyList<PropertyInfo> OfPipeline(Type type) => type.GetProperties()
        .Where(p => p.Name != nameof(SpaceResourceCmdlet.Space) && p.DeclaringType != typeof(SaveFileCmdlet)
            && p.GetCustomAttributes<ParameterAttribute>().Any(a => a.ValueFromPipeline || a.ValueFromPipelineByPropertyName))
        .ToList();
}
