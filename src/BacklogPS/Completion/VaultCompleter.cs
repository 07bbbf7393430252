using System.Collections;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.Vault;

namespace BacklogPS.Completion;

/// <summary>Completes the names of the registered vaults without opening any.</summary>
public sealed class VaultCompleter : ValueCompleter
{
    internal override IEnumerable<Suggestion> Suggest(IDictionary bound) =>
        RegisteredVaults.List().Select(v => new Suggestion(v.Name, v.ModuleName));
}
