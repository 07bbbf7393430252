using System;

namespace BacklogPS.HelpBuilder;

/// <summary>An error in a page or a view, or in the program's arguments.</summary>
internal sealed class HelpException(string message) : Exception(message);
