using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a parameter accept a longer text: either as it is, including line breaks, or as lines to join, such as the
/// output of Get-Content without -Raw.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextAttribute : ArgumentTransformationAttribute
{
    /// <summary>The types of objects that are accepted from the pipeline instead, as what the text is for.</summary>
    public Type[] Owners { get; set; } = Array.Empty<Type>();

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Wrapped.Bare(inputData) switch
    {
        null => null,
        string text => text,
        _ when ReferenceAttribute.Of(inputData, Owners) is { } owner => owner,
        IList lines => string.Join("\n", lines.Cast<object?>().Select(l => LanguagePrimitives.ConvertTo<string>(l))),
        // A Backlog object in the pipeline in place of a text is a mistake and must not be published as text.
        BacklogObject or PSCustomObject => throw NoText(inputData!),
        var other => LanguagePrimitives.ConvertTo<string>(other),
    };

    private static ArgumentTransformationMetadataException NoText(object given)
    {
        var message = Message.Of(CmdletMessages.ObjectIsNoText, PipedObject.NameOf(PSObject.AsPSObject(given)));
        return new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
