using System.Collections.Generic;

namespace BacklogPS.HelpBuilder;

/// <summary>The content of a page as plain paragraphs. Each part knows its line number.</summary>
internal sealed record Page(string File, Entry Title)
{
    /// <summary>The generated block in the syntax section, as it is in the page.</summary>
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

/// <summary>A heading and its paragraphs. For the title of a page, the paragraphs are the synopsis.</summary>
internal sealed record Entry(string Title, int Line, IReadOnlyList<string> Text);

/// <summary>An example: its code and the text before and after it.</summary>
internal sealed record Example(string Title, int Line, IReadOnlyList<string> Introduction, string Code, IReadOnlyList<string> Remarks);

/// <summary>A related link. Without an address it refers to a cmdlet or an about_ topic.</summary>
internal sealed record Link(string Text, string? Address);
