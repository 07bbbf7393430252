using System.Collections;
using System;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a parameter take files: paths, what Get-Item and Get-ChildItem give, and uploads. No other object is taken for the
/// path that its text would be.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FilesAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether only files are taken, and no uploads.</summary>
    public bool OnlyFiles { get; set; }

    /// <summary>Whether it is an upload, also one that a job or a file has left.</summary>
    public static bool IsUpload(object given) =>
        PSObject.AsPSObject(given) is var shown && (shown.BaseObject is UploadedAttachment || shown.TypeNames.Contains("Deserialized." + typeof(UploadedAttachment).FullName));

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Bare(inputData) switch
    {
        null => null,
        IList many => many.Cast<object?>().Select(One).ToArray(),
        _ => new[] { One(inputData) },
    };

    private object One(object? given)
    {
        if (given is not null && (Bare(given) is string or FileSystemInfo || (!OnlyFiles && IsUpload(given))))
        {
            return given;
        }

        var message = Message.Of(Messages.ObjectIsNone, Bare(given)?.GetType().Name ?? "$null", Messages.NounFile);
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
