using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Credentials;
using BacklogPS.Spaces;

namespace BacklogPS.Session;

/// <summary>The connected spaces, and which of them is current.</summary>
internal sealed class SpaceDirectory
{
    private readonly object gate;
    private readonly SpaceRegistry registry;
    private readonly EnvironmentSettings environment;
    private readonly Dictionary<SpaceAddress, KnownSpace> sessionOnly = new();

    // A process keeps its current space even if other processes change theirs; null until it is first needed.
    private SpaceAddress? current;

    /// <param name="registry">The spaces that are stored between processes.</param>
    /// <param name="environment">Provides <c>BL_SPACE</c> and the other variables.</param>
    /// <param name="gate">
    /// Held while anything changes here or in the <see cref="Keyring"/>, so that both change together.
    /// </param>
    public SpaceDirectory(SpaceRegistry registry, EnvironmentSettings environment, object gate)
    {
        this.registry = registry;
        this.environment = environment;
        this.gate = gate;
    }

    /// <summary>The connected spaces. A session-only connection hides a stored one with the same address.</summary>
    public IReadOnlyList<KnownSpace> All => WithSessionOnly(registry.Read());

    /// <summary>The entry of a space; null if it is not connected.</summary>
    public KnownSpace? Find(SpaceAddress address) => All.FirstOrDefault(s => s.Address.Equals(address));

    /// <summary>The registry's entry of a space, even if a session-only connection hides it.</summary>
    public KnownSpace? FindStored(SpaceAddress address) => registry.Read().Find(address);

    /// <summary>
    /// Resolves a text to a space. A host or URL is used as it is; a key means the connected space with that key, or
    /// else the space with that key at backlog.com.
    /// </summary>
    /// <exception cref="BacklogException">The text is not an address, or several connected spaces have the key.</exception>
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

    /// <summary>
    /// The space for calls without <c>-Space</c>: <c>BL_SPACE</c>, or else the current space; null if there is neither.
    /// </summary>
    public SpaceAddress? Default => environment.Space is { } named ? Resolve(named) : Current;

    /// <summary>The current space, regardless of <c>BL_SPACE</c>; null if none is connected.</summary>
    public SpaceAddress? Current
    {
        get
        {
            // A space from the environment works without a registry, so the registry is read only here.
            var stored = registry.Read();
            var known = WithSessionOnly(stored);
            lock (gate)
            {
                if (current is not null && known.Any(s => s.Address.Equals(current)))
                {
                    return current;
                }

                // A missing file does not mean that the current space is gone for good, and the next file may name
                // another process's current space. Calls must not switch to that one on their own.
                if (current is not null && stored.Spaces.Count == 0)
                {
                    return null;
                }

                return current = stored.Current ?? RegistrySnapshot.Latest(known)?.Address;
            }
        }
    }

    /// <summary>Whether <c>BL_SPACE</c> decides which space calls go to.</summary>
    public bool EnvironmentNamesSpace => environment.Space is not null;

    /// <summary>The default space.</summary>
    /// <exception cref="BacklogException">There is none.</exception>
    public SpaceAddress RequireDefault() => Default ?? throw new BacklogException(BacklogErrorKind.NoSpace, Messages.NoSpace)
    {
        NextStep = Message.Of(CallerText.NoSpaceNext),
    };

    /// <summary>Makes a known space current, for this process and the next one.</summary>
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

    /// <summary>
    /// Stores a space, and that it is current, for the next process. Does nothing for a session-only space.
    /// </summary>
    public void Store(KnownSpace space)
    {
        if (!space.IsSessionOnly)
        {
            registry.Update(r => r.With(space).WithCurrent(space.Address));
        }
    }

    /// <summary>Makes a space current in this process. It must have been stored, or be session-only.</summary>
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

    /// <summary>Removes a space. If it was current, the most recently connected remaining space becomes current.</summary>
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

    /// <summary>The error for a space that is not connected.</summary>
    public BacklogException Unknown(string text)
    {
        var names = string.Join(", ", All.Select(s => s.Address.Name));
        return new BacklogException(BacklogErrorKind.SpaceUnknown, Message.Of(Messages.SpaceUnknown, text))
        {
            NextStep = names.Length == 0 ? Message.Of(CallerText.NoSpaceNext) : Message.Of(CallerText.SpaceUnknownNext, names),
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
