namespace BacklogPS.Pipeline;

/// <summary>How a person signs in.</summary>
internal enum SignInWay
{
    /// <summary>Not possible: nobody is there.</summary>
    None,

    /// <summary>In a browser on this machine.</summary>
    Browser,

    /// <summary>In a browser anywhere, by pasting addresses.</summary>
    Paste,
}
