using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>
/// Lets a parameter take issue keys, ids and issues, but no other object for its text: a project in the pipeline is no
/// issue key, though it could be written as a string.
/// </summary>
internal sealed class IssueKeyTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var given = Bare(inputData);
        return given is IList many ? many.Cast<object?>().Select(Key).ToArray() : Key(given);
    }

    private static string Key(object? given) => Bare(given) switch
    {
        string text => text,
        int or long => string.Format(CultureInfo.InvariantCulture, "{0}", Bare(given)),
        Issue issue => issue.IssueKey,

        // The inner exception tells the binder that this does not fit, so that it tries the other parameters.
        var other => throw new ArgumentTransformationMetadataException(
            Message.Of(Messages.IssueKeyInvalid, other?.GetType().Name),
            new PSInvalidCastException(Message.Of(Messages.IssueKeyInvalid, other?.GetType().Name))),
    };

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
