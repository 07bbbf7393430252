using System.Collections.Generic;

namespace BacklogPS.HelpBuilder;

/// <summary>What a page says, as plain paragraphs; each part knows its line.</summary>
internal sealed record Page(string File, Entry Title)
{
    /// <summary>The generated block of the syntax section, as it stands in the page.</summary>
    public string? Syntax { get; set; }

    public int SyntaxLine { get; set; } = 1;

    public IReadOnlyList<string> Description { get; set; } = [];

    public List<Example> Examples { get; } = [];

    public List<Entry> Parameters { get; } = [];

    public List<Entry> Inputs { get; } = [];

    public List<Entry> Outputs { get; } = [];

    public IReadOnlyList<string> Notes { get; set; } = [];

    public List<Link> Links { get; } = [];
}

/// <summary>A heading and the paragraphs below it. Below a page's title: the synopsis.</summary>
internal sealed record Entry(string Title, int Line, IReadOnlyList<string> Text);

/// <summary>An example: its code, and what is said before and after it.</summary>
internal sealed record Example(string Title, int Line, IReadOnlyList<string> Introduction, string Code, IReadOnlyList<string> Remarks);

/// <summary>A related link; without an address it names a cmdlet or an about_ topic.</summary>
internal sealed record Link(string Text, string? Address);
