using System.Collections;
using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a parameter accept files: paths, the output of Get-Item and Get-ChildItem, and uploads. The text of any other
/// object is not used as a path.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FilesAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether only files are accepted, not uploads.</summary>
    public bool OnlyFiles { get; set; }

    /// <summary>The types of objects that are accepted from the pipeline instead, as what to attach the files to.</summary>
    public Type[] Owners { get; set; } = Array.Empty<Type>();

    /// <summary>Whether an object is an upload, including one from a job or a file.</summary>
    public static bool IsUpload(object given) =>
        PSObject.AsPSObject(given) is var shown && (shown.BaseObject is UploadedAttachment || shown.TypeNames.Contains("Deserialized." + typeof(UploadedAttachment).FullName));

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Wrapped.Bare(inputData) switch
    {
        null => null,
        _ when ReferenceAttribute.Of(inputData, Owners) is { } owner => new object[] { owner },
        IList many => many.Cast<object?>().Select(One).ToArray(),
        _ => new[] { One(inputData) },
    };

    private object One(object? given)
    {
        if (given is not null && (Wrapped.Bare(given) is string or FileSystemInfo || (!OnlyFiles && IsUpload(given))))
        {
            return given;
        }

        var message = Message.Of(CmdletMessages.ObjectIsNone, Wrapped.Bare(given)?.GetType().Name ?? "$null", CmdletMessages.NounFile);
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
