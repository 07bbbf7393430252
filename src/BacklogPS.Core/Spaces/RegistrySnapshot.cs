using System;
using System.Collections.Generic;
using System.Linq;

namespace BacklogPS.Spaces;

/// <summary>The known spaces and the current one at one moment. Immutable.</summary>
internal sealed class RegistrySnapshot
{
    public static readonly RegistrySnapshot Empty = new(Array.Empty<KnownSpace>(), null);

    public RegistrySnapshot(IReadOnlyList<KnownSpace> spaces, SpaceAddress? current)
    {
        Spaces = spaces;
        Current = spaces.Any(s => s.Address.Equals(current)) ? current : null;
    }

    public IReadOnlyList<KnownSpace> Spaces { get; }

    public SpaceAddress? Current { get; }

    public KnownSpace? Find(SpaceAddress? address) => Spaces.FirstOrDefault(s => s.Address.Equals(address));

    /// <summary>A copy with this space added or replaced.</summary>
    public RegistrySnapshot With(KnownSpace space) =>
        new(Spaces.Where(s => !s.Address.Equals(space.Address)).Append(space).ToList(), Current);

    public RegistrySnapshot WithCurrent(SpaceAddress? current) => new(Spaces, current);

    /// <summary>
    /// A copy without this space. If it was current, the most recently connected remaining space becomes current.
    /// </summary>
    public RegistrySnapshot Without(SpaceAddress address)
    {
        var left = Spaces.Where(s => !s.Address.Equals(address)).ToList();
        var current = Current is not null && !Current.Equals(address) ? Current : Latest(left)?.Address;
        return new(left, current);
    }

    public static KnownSpace? Latest(IEnumerable<KnownSpace> spaces) =>
        spaces.OrderByDescending(s => s.ConnectedAt).FirstOrDefault();
}
