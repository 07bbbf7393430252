using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Credentials;
using BacklogPS.Spaces;

namespace BacklogPS.Session;

/// <summary>Which spaces are connected, and which of them is current.</summary>
internal sealed class SpaceDirectory
{
    private readonly object gate;
    private readonly SpaceRegistry registry;
    private readonly EnvironmentSettings environment;
    private readonly Dictionary<SpaceAddress, KnownSpace> sessionOnly = new();

    // The process keeps its current space whatever other processes choose; null until it is first asked for.
    private SpaceAddress? current;

    /// <param name="registry">The spaces that are remembered between processes.</param>
    /// <param name="environment">What <c>BL_SPACE</c> and the like say.</param>
    /// <param name="gate">Held while anything changes here or in the <see cref="Keyring"/>, so that both change at once.</param>
    public SpaceDirectory(SpaceRegistry registry, EnvironmentSettings environment, object gate)
    {
        this.registry = registry;
        this.environment = environment;
        this.gate = gate;
    }

    /// <summary>The connected spaces; those of this session only stand before a stored one of the same address.</summary>
    public IReadOnlyList<KnownSpace> All => WithSessionOnly(registry.Read());

    /// <summary>What of a space is known; null if it is not connected.</summary>
    public KnownSpace? Find(SpaceAddress address) => All.FirstOrDefault(s => s.Address.Equals(address));

    /// <summary>What the registry holds of a space, whether or not a session-only connection stands before it.</summary>
    public KnownSpace? FindStored(SpaceAddress address) => registry.Read().Find(address);

    /// <summary>
    /// The space that a text names: a host or URL as it stands; a key means the one connected space that bears it,
    /// else that key's space at backlog.com.
    /// </summary>
    /// <exception cref="BacklogException">No address, or a key that more than one connected space bears.</exception>
    public SpaceAddress Resolve(string text)
    {
        if (!SpaceAddress.IsKey(text))
        {
            return SpaceAddress.Parse(text);
        }

        var meant = SpaceAddress.FromKey(text);
        var bearers = All.Where(s => string.Equals(s.Address.Key, meant.Key, StringComparison.OrdinalIgnoreCase)).ToList();
        return bearers.Count switch
        {
            0 => meant,
            1 => bearers[0].Address,
            _ => throw new BacklogException(
                BacklogErrorKind.SpaceAmbiguous,
                Message.Of(Messages.SpaceAmbiguous, text, string.Join(", ", bearers.Select(b => b.Address.Name))))
            {
                NextStep = Messages.SpaceAmbiguousNext,
                Target = text,
            },
        };
    }

    /// <summary>The space that a call without <c>-Space</c> talks to: <c>BL_SPACE</c>, else the current one; null if neither is.</summary>
    public SpaceAddress? Default => environment.Space is { } named ? Resolve(named) : Current;

    /// <summary>The current space, whatever <c>BL_SPACE</c> says; null if none is connected.</summary>
    public SpaceAddress? Current
    {
        get
        {
            // The environment's own space is usable without any registry, so only this reads it.
            var stored = registry.Read();
            var known = WithSessionOnly(stored);
            lock (gate)
            {
                if (current is not null && known.Any(s => s.Address.Equals(current)))
                {
                    return current;
                }

                // Without a file nothing says that the space in use is gone for good, and the file that comes next may
                // have another process's current space. Calls must not change over to that by themselves.
                if (current is not null && stored.Spaces.Count == 0)
                {
                    return null;
                }

                return current = stored.Current ?? RegistrySnapshot.Latest(known)?.Address;
            }
        }
    }

    /// <summary>Whether <c>BL_SPACE</c> decides which space calls talk to.</summary>
    public bool EnvironmentNamesSpace => environment.Space is not null;

    /// <summary>The default space.</summary>
    /// <exception cref="BacklogException">There is none.</exception>
    public SpaceAddress RequireDefault() => Default ?? throw new BacklogException(BacklogErrorKind.NoSpace, Messages.NoSpace)
    {
        NextStep = Messages.NoSpaceNext,
    };

    /// <summary>Makes a known space current, now and for the next process.</summary>
    /// <exception cref="BacklogException">The space is not known.</exception>
    public KnownSpace SetCurrent(SpaceAddress address)
    {
        var space = Find(address) ?? throw Unknown(address.Name);
        if (!space.IsSessionOnly)
        {
            registry.Update(r => r.WithCurrent(address));
        }

        lock (gate)
        {
            current = address;
        }

        return space;
    }

    /// <summary>Makes sure that a space can be remembered, before its secret is stored.</summary>
    /// <exception cref="BacklogException">It cannot.</exception>
    public void EnsureCanRemember(KnownSpace space)
    {
        if (!space.IsSessionOnly)
        {
            registry.Rehearse(r => r.With(space).WithCurrent(space.Address));
        }
    }

    /// <summary>Makes sure that a stored space can be forgotten, before its secret is removed.</summary>
    /// <exception cref="BacklogException">It cannot.</exception>
    public void EnsureCanForget(KnownSpace space) => registry.Rehearse(r => r.Without(space.Address));

    /// <summary>Remembers a space and that it is current, for the next process; not one of this session only.</summary>
    public void Store(KnownSpace space)
    {
        if (!space.IsSessionOnly)
        {
            registry.Update(r => r.With(space).WithCurrent(space.Address));
        }
    }

    /// <summary>Makes a space that has been stored, or is for this session only, the current one of this process.</summary>
    public void Use(KnownSpace space)
    {
        lock (gate)
        {
            if (space.IsSessionOnly)
            {
                sessionOnly[space.Address] = space;
            }
            else
            {
                sessionOnly.Remove(space.Address);
            }

            current = space.Address;
        }
    }

    /// <summary>Removes a space; if it was current, the most recently connected remaining one becomes so.</summary>
    public void Remove(SpaceAddress address)
    {
        if (FindStored(address) is not null)
        {
            registry.Update(r => r.Without(address));
        }

        bool wasCurrent;
        lock (gate)
        {
            sessionOnly.Remove(address);
            wasCurrent = address.Equals(current);
        }

        if (wasCurrent)
        {
            var next = RegistrySnapshot.Latest(All)?.Address;
            lock (gate)
            {
                current = next;
            }
        }
    }

    /// <summary>The error for a space that is not among the connected ones.</summary>
    public BacklogException Unknown(string text)
    {
        var names = string.Join(", ", All.Select(s => s.Address.Name));
        return new BacklogException(BacklogErrorKind.SpaceUnknown, Message.Of(Messages.SpaceUnknown, text))
        {
            NextStep = names.Length == 0 ? Messages.NoSpaceNext : Message.Of(Messages.SpaceUnknownNext, names),
            Target = text,
        };
    }

    private IReadOnlyList<KnownSpace> WithSessionOnly(RegistrySnapshot stored)
    {
        lock (gate)
        {
            return stored.Spaces.Where(s => !sessionOnly.ContainsKey(s.Address)).Concat(sessionOnly.Values)
                .OrderBy(s => s.Address.Name, StringComparer.OrdinalIgnoreCase).ToList();
        }
    }
}
