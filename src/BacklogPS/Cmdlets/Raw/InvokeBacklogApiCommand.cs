using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Base;
using BacklogPS.Http;
using BacklogPS.Parameters;
using BacklogPS.Pipeline;
using BacklogPS.Resources;
using BacklogPS.Storage;
using BacklogPS.Transport;

namespace BacklogPS.Commands;

/// <summary>Calls any endpoint of the API, with the space's credential, errors and limits.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "BacklogApi", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject), typeof(System.IO.FileInfo))]
public sealed class InvokeBacklogApiCommand : SpaceResourceCmdlet
{
    // A credential in a URL ends up in logs, and only the session's own credential is ever sent.
    private static readonly string[] CredentialNames = { "apiKey", "access_token" };

    // Shared by all spaces and all pipeline input.
    private readonly WrittenFiles written = new();
    private readonly ReadOnlySpaces readOnly = new();
    private bool yesToAll;
    private bool noToAll;

    /// <summary>The path below api/v2, as in the documentation: issues/APP-1, /api/v2/issues/APP-1, issues?count=5.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>
    /// The HTTP method. DELETE asks for confirmation. With -Confirm every method except GET does, and with -WhatIf it
    /// is not sent.
    /// </summary>
    [Parameter]
    [ValidateSet("GET", "POST", "PATCH", "PUT", "DELETE")]
    public string Method { get; set; } = "GET";

    /// <summary>Query parameters: @{ projectId = 1, 2; keyword = 'x' }. An array is sent as name[].</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Query { get; set; }

    /// <summary>A hashtable, sent as a form ($null clears a field, an array is sent as name[]), or a text.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Body { get; set; }

    /// <summary>The content type of a text in -Body. The default is a form.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ContentType { get; set; }

    /// <summary>A file to upload, in the form that POST space/attachment accepts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? InFile { get; set; }

    /// <summary>Reads a list to its end, page by page. count in -Query is the page size; the default is 100.</summary>
    [Parameter]
    public SwitchParameter Paginate { get; set; }

    /// <summary>The paging style of a list that this version does not know: Offset or Id. Implies -Paginate.</summary>
    [Parameter]
    public PagingStyle? PageBy { get; set; }

    /// <summary>The file for the response, or the folder to save it in under its own name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Replaces a file that existed before the command.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private bool Pages => Paginate || PageBy is not null;

    // The path determines what is requested, so pipeline input can only provide the space.
    internal override bool TakesSpaceOf(PSObject given) => true;

    internal override async Task ProcessSpaceAsync(BacklogHttp http, PipelineOutput output, CancellationToken cancel)
    {
        var (request, content) = await RequestAsync(output).ConfigureAwait(false);
        if ((!request.IsSafe || OutFile is not null) && !await ShouldSendAsync(request, content, http, output).ConfigureAwait(false))
        {
            return;
        }

        Task EmitAsync(object? value) => output.WriteAllAsync(PlainObjects.ItemsOf(value, http.Address.Name));
        using var progress = new ListProgress(output, Message.Of(CmdletMessages.ProgressPath, request.Path), PageRange.All, count: null);
        var emitPage = progress.Before<object?>(page => EmitAsync(page.ToArray()));
        switch (Pages ? PageBy ?? KnownStyle(request.Path) : null)
        {
            case PagingStyle.Offset:
                await RawCalls.ByOffsetAsync(http, request.Path, request.Query!, emitPage, cancel).ConfigureAwait(false);
                break;
            case PagingStyle.Id:
                await RawCalls.ByIdAsync(http, request.Path, request.Query!, emitPage, cancel).ConfigureAwait(false);
                break;
            case null when OutFile is not null:
                await SaveAsync(http, request, output, cancel).ConfigureAwait(false);
                break;
            default:
                var answer = await http.SendRawAsync(request, cancel).ConfigureAwait(false);
                if (request.IsSafe && answer is object?[] items)
                {
                    RawCalls.Checked(http, request.Path, request.Query!, items);
                }

                await EmitAsync(answer).ConfigureAwait(false);
                break;
        }
    }

    private async Task<bool> ShouldSendAsync(ApiRequest request, string content, BacklogHttp http, PipelineOutput output)
    {
        if (!request.IsSafe)
        {
            await readOnly.RequireWritableAsync(this, http, output).ConfigureAwait(false);
        }

        var address = http.Address;
        var target = content.Length == 0 ? request.ToString() : Message.Of(CmdletMessages.RequestWithContent, request, content);
        return await output.ShouldProcessAsync(target, Message.Of(CmdletMessages.ActionSend, address.Name)).ConfigureAwait(false)
            && (request.Method != HttpMethod.Delete
                || await output.AskAsync(() => ConfirmDelete(Message.Of(CmdletMessages.ConfirmDelete, address.Name, target))).ConfigureAwait(false));
    }

    /// <summary>
    /// Asks for confirmation like a cmdlet with ConfirmImpact.High. The attribute would apply to all requests. If the
    /// preference already asks at medium impact, or never asks, there is no second question.
    /// </summary>
    private bool ConfirmDelete(string question) =>
        MyInvocation.BoundParameters.ContainsKey("Confirm")
        || !LanguagePrimitives.TryConvertTo(SessionState.PSVariable.GetValue("ConfirmPreference"), out ConfirmImpact preference)
        || preference != ConfirmImpact.High
        || ShouldContinue(question, CmdletMessages.ConfirmCaption, ref yesToAll, ref noToAll);

    /// <summary>Returns the request and a readable form of its content.</summary>
    private async Task<(ApiRequest Request, string Content)> RequestAsync(PipelineOutput output)
    {
        var parts = Path.Split(new[] { '?' }, 2);
        var query = new Query().AddText(parts.Length == 2 ? parts[1] : "").AddFrom(Query, keepEmpty: false);
        var credential = query.Names.FirstOrDefault(n => CredentialNames.Contains(n.Split('[')[0], StringComparer.OrdinalIgnoreCase));
        if (credential is not null)
        {
            throw Invalid(Message.Of(CmdletMessages.CredentialInQuery, credential), CmdletMessages.CredentialInQueryNext, credential);
        }

        var request = new ApiRequest(new HttpMethod(Method.ToUpperInvariant()), ApiPath.Parse(parts[0]), query);
        if (Pages && (!request.IsSafe || OutFile is not null))
        {
            throw Invalid(CmdletMessages.PagingNotGet, null, Path);
        }

        if ((Body is not null || InFile is not null) && request.IsSafe)
        {
            throw Invalid(CmdletMessages.BodyWithGet, CmdletMessages.BodyWithGetNext, Path);
        }

        var (body, content) = await BodyAsync(output).ConfigureAwait(false);
        return (request with { Body = body }, string.Join("; ", new[] { query.Describe(), content }.Where(t => t.Length > 0)));
    }

    private async Task<(Func<HttpContent>? Body, string Content)> BodyAsync(PipelineOutput output)
    {
        var body = Wrapped.Bare(Body);
        if (ContentType is not null && body is not string)
        {
            throw Invalid(CmdletMessages.ContentTypeNotText, CmdletMessages.ContentTypeNotTextNext, ContentType);
        }

        if (InFile is not null)
        {
            if (body is not null)
            {
                throw Invalid(CmdletMessages.BodyTwice, null, InFile);
            }

            var file = await output.OnPipelineAsync(() => FilePaths.ForWriting(SessionState.Path, null, InFile)).ConfigureAwait(false);
            return (RequestBody.OfFile(file), file);
        }

        switch (body)
        {
            case null:
                return (null, "");
            case IDictionary form:
                var fields = new Query().AddFrom(form, keepEmpty: true);
                return (RequestBody.OfForm(fields), fields.Describe());
            case string text:
                return (RequestBody.OfText(text, ContentType), Redaction.OfSecretFields(text));
            default:
                throw Invalid(Message.Of(CmdletMessages.BodyNotForm, body.GetType().Name), null, body);
        }
    }

    private async Task SaveAsync(BacklogHttp http, ApiRequest request, PipelineOutput output, CancellationToken cancel)
    {
        var path = await output.OnPipelineAsync(() => FilePaths.ForWriting(SessionState.Path, null, OutFile)).ConfigureAwait(false);
        using var file = new FileDownload(path, Force, written, request.Path.ToString().TrimEnd('/').Split('/').Last());
        await http.SendRawAsync(request with { Sink = file }, cancel).ConfigureAwait(false);
        await output.WriteFileAsync(file.Complete()).ConfigureAwait(false);
    }

    private static PagingStyle? KnownStyle(ApiPath path) =>
        PagedEndpoints.TryGet(path, out var style)
            ? style
            : throw Invalid(Message.Of(CmdletMessages.PagingUnknown, path), CmdletMessages.PagingUnknownNext, path.ToString());

    private static BacklogException Invalid(string message, string? next, object target) =>
        new(BacklogErrorKind.ArgumentInvalid, message) { NextStep = next, Target = target };
}
