namespace BacklogPS.Spaces;

/// <summary>How a space is signed in to.</summary>
internal enum AuthMethod
{
    ApiKey,
    OAuth,
}
