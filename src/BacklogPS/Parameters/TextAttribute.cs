using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a parameter take a longer text: as it stands, line ends included, or as lines, which are joined; what Get-Content
/// gives without -Raw is meant as the file.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Bare(inputData) switch
    {
        null => null,
        string text => text,
        IList lines => string.Join("\n", lines.Cast<object?>().Select(l => LanguagePrimitives.ConvertTo<string>(l))),
        // An object that came down the pipeline in the place of a text is a mistake, not a text to be published.
        BacklogObject or PSCustomObject => throw NoText(inputData!),
        var other => LanguagePrimitives.ConvertTo<string>(other),
    };

    private static ArgumentTransformationMetadataException NoText(object given)
    {
        var message = Message.Of(Messages.ObjectIsNoText, PipedObject.NameOf(PSObject.AsPSObject(given)));
        return new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
