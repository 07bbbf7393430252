using System.Collections.Generic;
using System.Management.Automation;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Names;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;
using BacklogPS.Vault;

namespace BacklogPS.Commands;

/// <summary>Changes users. Only the given fields change. For administrators, on classic plans.</summary>
[Cmdlet(VerbsCommon.Set, "BacklogUser", SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class SetBacklogUserCommand : ChangeCmdlet
{
    /// <summary>The users, by name, sign-in id or id, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Reference(typeof(User))]
    [ArgumentCompleter(typeof(UserCompleter))]
    public object[] User { get; set; } = null!;

    /// <summary>The display name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>The email address.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? MailAddress { get; set; }

    /// <summary>The role in the space.</summary>
    [Parameter]
    [ValidateSet(nameof(BacklogPS.RoleType.Administrator), nameof(BacklogPS.RoleType.NormalUser), nameof(BacklogPS.RoleType.Reporter), nameof(BacklogPS.RoleType.Viewer), nameof(BacklogPS.RoleType.GuestReporter), nameof(BacklogPS.RoleType.GuestViewer))]
    public RoleType RoleType { get; set; }

    /// <summary>The password, at least eight characters.</summary>
    [Parameter]
    [SecretTransformation]
    [ValidateNotNull]
    public SecureString? Password { get; set; }

    internal override IEnumerable<Given> Things => References(User);

    internal override async Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var user = await Lookups.User.OneAsync(http, null, thing, cancel).ConfigureAwait(false);
        var target = Targets.InSpace(http, Messages.NounUser, user.Name);
        RequireChange(target, nameof(Name), nameof(MailAddress), nameof(RoleType), nameof(Password));
        var fields = Users.FieldsOf(
            default,
            Password is null ? default : new Field<string?>(SecretText.Reveal(Password)),
            Field(nameof(Name), Name),
            Field(nameof(MailAddress), MailAddress),
            Field<RoleType?>(nameof(RoleType), RoleType));
        return Change.Update(target, () => Users.UpdateAsync(http, user.Id, fields, cancel));
    }
}
