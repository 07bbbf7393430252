using BacklogPS.Calling;
using BacklogPS.Session;

namespace BacklogPS.Pipeline;

/// <summary>Says so when <c>BL_SPACE</c> keeps a space that was just made current from being the one calls talk to.</summary>
internal static class EnvironmentNotice
{
    public static void WarnIfOutranked(SpaceAddress chosen, BacklogSession session, ICaller caller)
    {
        if (session.Spaces.Default is { } effective && !effective.Equals(chosen))
        {
            caller.Warning(Message.Of(Messages.EnvironmentOutranks, effective.Name, chosen.Name));
        }
    }
}
