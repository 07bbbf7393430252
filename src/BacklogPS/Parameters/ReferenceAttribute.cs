using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a parameter accept one or more objects by text, by id, or as the object itself, including what a job, a remote
/// session or a file has left of it. The text of another type of object is not used: a status is not the category of
/// the same name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ReferenceAttribute : ArgumentTransformationAttribute
{
    private const string Deserialized = "Deserialized.";
    private readonly Type[] kinds;

    /// <param name="kinds">The types that the parameter accepts.</param>
    public ReferenceAttribute(params Type[] kinds)
    {
        this.kinds = kinds;
    }

    /// <summary>Whether only objects are accepted, because objects of this type have no name.</summary>
    public bool OnlyObjects { get; set; }

    /// <summary>Whether the parameter takes a single object, which the type of the property does not show.</summary>
    public bool IsOne { get; set; }

    /// <summary>
    /// Whether the argument can also be a text or a file, because the object itself comes through the pipeline.
    /// </summary>
    public bool MayBeOther { get; set; }

    /// <summary>Reads an object of one of these types; null if it has another type.</summary>
    public static Given? Of(object? value, params Type[] kinds) =>
        value is not null && PSObject.AsPSObject(value) is var given && kinds.FirstOrDefault(k => IsOf(given, k)) is { } kind
            ? Read(given, kind) with { Noun = Nouns.Of(kind) }
            : null;

    /// <summary>The word for the object in errors.</summary>
    private string Noun => string.Join(", ", kinds.Select(Nouns.Of).Distinct());

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Wrapped.BareOrBag(inputData) switch
    {
        null => null,
        IList some when IsOne => some.Count == 1 ? One(some[0]) : throw Misfit(Message.Of(CmdletMessages.ObjectsAreMany, Noun, some.Count)),
        IList many => many.Cast<object?>().Select(One).ToArray<object>(),
        _ => One(inputData),
    };

    private Given One(object? value)
    {
        switch (Wrapped.BareOrBag(value))
        {
            case Given given:
                return given;
            case string text when !OnlyObjects:
                return WithPage(text);
            case FileSystemInfo file when MayBeOther:
                return new Given { Text = file.FullName, File = file };
            case int or long or short or byte or uint when !OnlyObjects:
                return new Given { Text = Numbers.Text(LanguagePrimitives.ConvertTo<long>(Wrapped.BareOrBag(value))) };
        }

        return Of(value, kinds) ?? throw Misfit(value is null ? Message.Of(CmdletMessages.ObjectHasNone, Noun) : Message.Of(CmdletMessages.ObjectIsNone, TypeName(value), Noun));
    }

    // The inner exception tells the parameter binder to try the other parameters.
    private static ArgumentTransformationMetadataException Misfit(string message) => new(message, new PSInvalidCastException(message));

    // The URL of an issue's or a project's page is accepted too. It also names the space.
    private Given WithPage(string text)
    {
        try
        {
            return kinds.Contains(typeof(Issue)) && IssueKeyText.TryReadPage(text, out var space, out var key)
                ? new Given { Text = key, Space = space!.Name, Noun = Messages.NounIssue, Written = text }
                : kinds.Contains(typeof(Project)) && ProjectPageText.TryRead(text, out space, out key)
                    ? new Given { Text = key, Space = space!.Name, Noun = Messages.NounProject }
                    : kinds.Contains(typeof(Issue)) ? new Given { Text = IssueKeyText.Read(text), Written = text }
                    : new Given { Text = text };
        }
        catch (BacklogException) when (MayBeOther)
        {
            return new Given { Text = text, Written = text };
        }
        catch (BacklogException error)
        {
            throw new ArgumentTransformationMetadataException(error.FullMessage, error);
        }
    }

    private static bool IsOf(PSObject given, Type kind) =>
        kind.IsInstanceOfType(given.BaseObject) || given.TypeNames.Contains(Deserialized + kind.FullName, StringComparer.OrdinalIgnoreCase);

    private static Given Read(PSObject given, Type kind)
    {
        if (kind == typeof(ProjectMember))
        {
            // A member identifies a user and the project.
            var user = given.Properties["User"]?.Value;
            return (Of(user, typeof(User)) ?? new Given { Text = user?.ToString() ?? "" }) with
            {
                Space = Value(given, "Space")?.ToString(),
                Project = Value(given, "Project")?.ToString(),
            };
        }

        var id = Value(given, "Id");
        var key = Value(given, "IssueKey") ?? Value(given, "ProjectKey") ?? (id is string ? id : null);
        return new Given
        {
            Text = ((IsOf(given, typeof(Attachment)) ? null : key) ?? Value(given, "Name") ?? Value(given, "Title") ?? Value(given, "Summary") ?? id)?.ToString() ?? "",
            Kind = kind,
            Id = Number(id),
            Key = key?.ToString(),
            Space = Value(given, "Space")?.ToString(),
            Project = (Value(given, "ProjectKey") ?? Value(given, "Project"))?.ToString(),
            Owner = Value(given, "RelatedTo")?.ToString(),
            Repository = Value(given, "Repository")?.ToString(),
            PullRequestNumber = Number(Value(given, "PullRequestNumber") ?? (IsOf(given, typeof(PullRequest)) ? Value(given, "Number") : null)),
            WikiId = Number(Value(given, "WikiId")),
            Object = given.BaseObject as BacklogObject,
        };
    }

    private static object? Value(PSObject given, string name) => Wrapped.BareOrBag(given.Properties[name]?.Value);

    private static long? Number(object? value) => value is not null && LanguagePrimitives.TryConvertTo<long>(value, out var number) ? number : null;

    private static string TypeName(object value) =>
        PSObject.AsPSObject(value) is { BaseObject: PSCustomObject } row ? row.TypeNames.First().Split('.').Last() : Wrapped.BareOrBag(value)!.GetType().Name;
}
