using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.Regulations;

namespace Portal.Web.Operations.Administration;

/// <summary>Number, date and signer of the regulation, which the office has and the portal does not. For administrators.</summary>
public sealed class RegulationAdministration(PortalOperations operations, ReferenceCache reference)
{
    private static readonly RegulationInputValidator Validator = new();

    public static FormSchema Form { get; } = new FormSchema("regulation", typeof(RegulationInput), new FormPage("regulation", null,
        new FormField("number", FieldKind.Text) { Required = true, MaxLength = 100 },
        new FormField("date", FieldKind.Date) { Required = true },
        new FormField("signer", FieldKind.Text) { MaxLength = 200 })).CheckedBy(Validator);

    /// <returns>What the form opens with; refused to others than administrators.</returns>
    public async Task<Result<JsonObject>> OpenAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (!OrganisationAdministration.IsAdministrator(await operations.ContextAsync(actor, cancellation: cancellation)))
        {
            return Refusal.Forbidden;
        }

        var regulation = (await reference.GetAsync(cancellation)).Regulation;
        return FormInput.ToJson(new RegulationInput
        {
            Number = regulation?.Number,
            Date = regulation?.Date,
            Signer = regulation?.Signer,
        });
    }

    public async Task<Result> SetAsync(Actor actor, JsonObject form, CancellationToken cancellation = default)
    {
        var done = await operations.RunAsync(actor, async o =>
        {
            if (!OrganisationAdministration.IsAdministrator(o.Context))
            {
                return Refusal.Forbidden;
            }

            var read = FormInput.Read(form, Validator);
            if (!read.IsSuccess)
            {
                return read.Refusal;
            }

            if (await o.Db.Regulations.FirstOrDefaultAsync(r => r.InForce, cancellation) is not { } regulation)
            {
                return Refusal.NotFound;
            }

            var before = Told(regulation);
            (regulation.Number, regulation.Date, regulation.Signer) =
                (read.Value.Number!.Trim(), read.Value.Date, read.Value.Signer?.Trim() ?? "");
            o.Audit("Organisation.regulation", regulation.Id, $"{before} → {Told(regulation)}");
            return Result.Ok;
        }, cancellation: cancellation);
        if (done.IsSuccess)
        {
            reference.Invalidate();
        }

        return done;
    }

    private static string Told(Regulation regulation) => $"{regulation.Number}, {regulation.Date:dd/MM/yyyy}, {regulation.Signer}";
}
