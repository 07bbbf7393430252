using System;
using System.IO;

namespace BacklogPS.Storage;

/// <summary>The last step of replacing a file as a whole: moving the new file into place.</summary>
internal static class FinishedFile
{
    /// <summary>Moves a file into place, replacing the old file and keeping its permissions.</summary>
    /// <remarks>
    /// Windows moves the old file away before it moves the new one in. If the second step fails, the destination is
    /// missing, so callers must check for it before they delete the new file.
    /// </remarks>
    public static void Put(string finished, string place)
    {
        var replaces = File.Exists(place);
        PassingRefusals.WaitOut(() =>
        {
            if (replaces && File.Exists(place))
            {
                File.Replace(finished, place, destinationBackupFileName: null, ignoreMetadataErrors: true);
            }
            else
            {
                File.Move(finished, place);
            }
        });
    }

    /// <summary>Deletes an unfinished file. Failing to do so is not an error.</summary>
    public static void TryDelete(string unfinished)
    {
        try
        {
            PassingRefusals.WaitOut(() => File.Delete(unfinished));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process has the file open, or the folder does not allow deleting.
        }
    }
}
