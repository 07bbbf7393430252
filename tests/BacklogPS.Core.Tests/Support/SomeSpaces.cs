using System;
using BacklogPS.Credentials;
using BacklogPS.Spaces;

namespace BacklogPS.Core.Tests.Support;

/// <summary>Sample entries for the registry.</summary>
internal static class SomeSpaces
{
    private static readonly DateTimeOffset Start = new(2026, 8, 3, 9, 0, 0, TimeSpan.FromHours(9));

    public static KnownSpace Stored(string address, int minute = 0)
    {
        var parsed = SpaceAddress.Parse(address);
        return new KnownSpace(parsed, AuthMethod.ApiKey)
        {
            Vault = "Default",
            SecretName = SecretNames.For(parsed),
            UserName = "田中 太郎",
            UserId = "tanaka",
            ConnectedAt = Start.AddMinutes(minute),
            Stamp = Guid.NewGuid().ToString("N"),
        };
    }
}
