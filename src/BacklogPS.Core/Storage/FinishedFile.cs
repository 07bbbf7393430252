using System;
using System.IO;

namespace BacklogPS.Storage;

/// <summary>The last step of writing a file as a whole: putting it where it belongs.</summary>
internal static class FinishedFile
{
    /// <summary>Moves a file to its place and replaces what is there, which keeps who may read and write it.</summary>
    /// <remarks>
    /// On Windows the old file is moved away before the new one is moved in. Where the second half of that fails the place
    /// is empty, so whoever gives up must not remove the new file before looking.
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

    /// <summary>Removes an unfinished file. If it cannot be removed, that is not a reason to fail.</summary>
    public static void TryDelete(string unfinished)
    {
        try
        {
            PassingRefusals.WaitOut(() => File.Delete(unfinished));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Somebody has it open, or the folder no longer lets anything go.
        }
    }
}
