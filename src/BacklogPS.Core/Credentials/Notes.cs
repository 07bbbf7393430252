using System;
using System.Collections.Generic;
using BacklogPS.Calling;

namespace BacklogPS.Credentials;

/// <summary>
/// What is to be said once nothing is held any more: hearing it may lead the pipeline into another call to the same
/// space, which would wait for us while we wait for the pipeline.
/// </summary>
internal sealed class Notes
{
    private readonly List<Action<ICaller>> notes = new();

    public void Verbose(string text) => notes.Add(c => c.Verbose(text));

    public void Warning(string text) => notes.Add(c => c.Warning(text));

    public void TellTo(ICaller caller) => notes.ForEach(n => n(caller));
}
