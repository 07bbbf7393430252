using System;

namespace BacklogPS.SpaceSimulator.Api;

/// <summary>A refusal in Backlog's form: an HTTP status and one entry of the errors array.</summary>
internal sealed class ApiException(int status, int code, string message, string moreInfo = "") : Exception(message)
{
    public int Status => status;
    public int Code => code;
    public string MoreInfo => moreInfo;

    public static ApiException Missing(string what) => new(404, 6, $"No {what}.");

    public static ApiException Invalid(string message) => new(400, 7, message);

    public static ApiException Forbidden() => new(403, 5, "You do not have permission for this operation.");

    public static ApiException NotSimulated() => new(501, 1, "The simulator does not implement this operation.");
}
