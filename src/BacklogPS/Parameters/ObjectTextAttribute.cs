using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a text parameter accept numbers and one type of object, but not other objects: a project in the pipeline is not
/// an issue key, although it could be converted to a string.
/// </summary>
internal abstract class ObjectTextAttribute : ArgumentTransformationAttribute
{
    /// <summary>The type of the objects.</summary>
    internal abstract Type Takes { get; }

    /// <summary>What the parameter takes, in the user's words.</summary>
    protected abstract string Noun { get; }

    /// <summary>Whether a text is the URL of the page of such an object.</summary>
    internal virtual bool IsPage(string text) => false;

    /// <summary>Reads the URL of a page: the space, and the key of the object on the page.</summary>
    /// <exception cref="BacklogException">The part before the key is not the address of a space.</exception>
    internal virtual bool TryReadPage(string text, out SpaceAddress? space, out string key)
    {
        (space, key) = (null, "");
        return false;
    }

    /// <inheritdoc/>
    public sealed override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Wrapped.Bare(inputData) is IList many ? many.Cast<object?>().Select(Text).ToArray() : Text(inputData);

    /// <summary>The text for the object; null if it has another type.</summary>
    protected abstract string? TextOf(object given);

    /// <summary>The message for $null, with the next step.</summary>
    protected virtual string NullGiven => Message.Of(CmdletMessages.ObjectHasNone, Noun);

    /// <summary>Converts a text to its final form.</summary>
    protected virtual string Written(string text) => text;

    private string Text(object? given)
    {
        var bare = Wrapped.Bare(given);
        var text = bare switch
        {
            null => null,
            string written => Written(written),
            int or long => Numbers.Text(LanguagePrimitives.ConvertTo<long>(bare)),
            _ => TextOf(PipedObject.Read(given) ?? bare),
        };
        if (text is not null)
        {
            return text;
        }

        // The inner exception tells the parameter binder to try the other parameters.
        var message = bare is null ? NullGiven : Message.Of(CmdletMessages.ObjectIsNone, bare.GetType().Name, Noun);
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
