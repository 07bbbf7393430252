using System;

namespace BacklogPS.SpaceSimulator.Api;

/// <summary>An error in Backlog's format: an HTTP status and one entry in the errors array.</summary>
internal sealed class ApiException(int status, int code, string message, string moreInfo = "") : Exception(message)
{
    public int Status => status;
    public int Code => code;
    public string MoreInfo => moreInfo;

    public static ApiException Missing(string what) => new(404, 6, $"No {what}.");

    public static ApiException Invalid(string message) => new(400, 7, message);

    /// <summary>The error for a name that already exists.</summary>
    public static ApiException Taken(string name) => new(400, 7, $"Duplicate entry '{name}'.");

    /// <summary>The error for a feature that is not in the plan.</summary>
    public static ApiException NotInPlan(string message) => new(403, 2, message);

    /// <summary>The error when a limit of the plan or of Backlog is reached.</summary>
    public static ApiException TooMany(string message) => new(400, 9, message);

    public static ApiException Forbidden() => new(403, 5, "You do not have permission for this operation.");
}
