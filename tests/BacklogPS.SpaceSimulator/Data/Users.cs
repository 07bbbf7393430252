using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace BacklogPS.SpaceSimulator.Data;

// The classes in this folder are the API's responses: their public properties are sent in this order. Properties that
// only the simulator needs are marked with JsonIgnore.

public sealed class NulabAccount
{
    public required string NulabId { get; set; }
    public required string Name { get; set; }
    public required string UniqueId { get; set; }
}

public sealed class User
{
    public required int Id { get; init; }

    /// <summary>Null for bots.</summary>
    public string? UserId { get; set; }
    public required string Name { get; set; }
    public int RoleType { get; set; } = 2;
    public string? Lang { get; set; }
    public string? MailAddress { get; set; }
    public NulabAccount? NulabAccount { get; set; }
    public DateTime? LastLoginTime { get; set; }

    [JsonIgnore]
    public bool IsAdmin => RoleType == 1;

    [JsonIgnore]
    public bool IsGuest => RoleType is 5 or 6;
}

public sealed class Team
{
    public required int Id { get; init; }
    public required string Name { get; set; }
    public List<User> Members { get; init; } = [];
    public int? DisplayOrder { get; set; }
    public required User CreatedUser { get; init; }
    public required DateTime Created { get; init; }
    public required User UpdatedUser { get; set; }
    public required DateTime Updated { get; set; }
}
