using System.Collections.Generic;
using System.Management.Automation;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Completion;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;
using BacklogPS.Vault;

namespace BacklogPS.Commands;

/// <summary>Adds a user to a space. For administrators, on classic plans.</summary>
[Cmdlet(VerbsCommon.New, "BacklogUser", SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class NewBacklogUserCommand : WriteCmdlet
{
    /// <summary>The sign-in id.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string UserId { get; set; } = null!;

    /// <summary>The display name.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [NotBlank]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Name { get; set; } = null!;

    /// <summary>The email address.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string MailAddress { get; set; } = null!;

    /// <summary>The role in the space.</summary>
    [Parameter(Mandatory = true, Position = 3)]
    [ValidateSet(nameof(BacklogPS.RoleType.Administrator), nameof(BacklogPS.RoleType.NormalUser), nameof(BacklogPS.RoleType.Reporter), nameof(BacklogPS.RoleType.Viewer), nameof(BacklogPS.RoleType.GuestReporter), nameof(BacklogPS.RoleType.GuestViewer))]
    public RoleType RoleType { get; set; }

    /// <summary>The password, at least eight characters.</summary>
    [Parameter(Mandatory = true)]
    [SecretTransformation]
    public SecureString Password { get; set; } = null!;

    internal override IEnumerable<Given> Things => new[] { new Given { Text = UserId } };

    internal override Task<Change?> ResolveAsync(BacklogHttp http, Given thing, PipelineOutput output, CancellationToken cancel)
    {
        var fields = Users.FieldsOf(new Field<string?>(UserId), new Field<string?>(SecretText.Reveal(Password)), new Field<string?>(Name), new Field<string?>(MailAddress), new Field<RoleType?>(RoleType));
        return Task.FromResult<Change?>(Change.Add(Targets.Keyed(http, Messages.NounUser, UserId, Name), () => Users.AddAsync(http, fields, cancel)));
    }
}
