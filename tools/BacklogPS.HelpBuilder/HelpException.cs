using System;

namespace BacklogPS.HelpBuilder;

/// <summary>A fault in a page or a view, or in how the program was called.</summary>
internal sealed class HelpException(string message) : Exception(message);
