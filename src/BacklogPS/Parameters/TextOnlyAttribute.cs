using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a parameter accept only text, because the string form of a pipeline object is not meant to become a name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextOnlyAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Wrapped.Bare(inputData) switch
    {
        null => null,
        string text => text,
        IList many => many.Cast<object?>().Select(Text).ToArray(),
        _ => Text(inputData),
    };

    private static string Text(object? value)
    {
        var bare = Wrapped.Bare(value);
        if (bare is string text)
        {
            return text;
        }

        if (bare is ValueType)
        {
            return LanguagePrimitives.ConvertTo<string>(bare);
        }

        var message = Message.Of(CmdletMessages.ObjectIsNoText, bare?.GetType().Name ?? "$null");
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
