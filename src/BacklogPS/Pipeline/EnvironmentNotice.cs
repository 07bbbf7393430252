using BacklogPS.Calling;
using BacklogPS.Session;

namespace BacklogPS.Pipeline;

/// <summary>Tells the user if <c>BL_SPACE</c> overrides the space that was just made current.</summary>
internal static class EnvironmentNotice
{
    public static void WarnIfOutranked(SpaceAddress chosen, BacklogSession session, ICaller caller)
    {
        if (session.Spaces.Default is { } effective && !effective.Equals(chosen))
        {
            caller.Warning(Message.Of(CmdletMessages.EnvironmentOutranks, effective.Name, chosen.Name));
        }
    }
}
