using System;
using System.Collections.Generic;
using BacklogPS.Calling;

namespace BacklogPS.Credentials;

/// <summary>
/// Messages that are kept back until no lock is held. Showing one can make the pipeline call the same space again, and
/// that call would wait for our lock while we wait for the pipeline.
/// </summary>
internal sealed class Notes
{
    private readonly List<Action<ICaller>> notes = new();

    public void Verbose(string text) => notes.Add(c => c.Verbose(text));

    public void Warning(string text) => notes.Add(c => c.Warning(text));

    public void TellTo(ICaller caller) => notes.ForEach(n => n(caller));
}
