using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Contacts;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;

namespace Portal.Web.Operations.FollowUps;

/// <summary>Liên hệ công tác (Đ9.1, Đ10, Đ11).</summary>
internal sealed class ContactSource() : FollowedSource<ContactLog>(c => new FollowedRow(
    c.Id, c.At, c.AreaId, c.GroupId, c.Counterpart.ToString(), c.Body,
    c.DepartmentId == null ? Array.Empty<string>() : new[] { c.DepartmentId }, c.ContactPerson, c.Channel, c.Domain, c.Subject, c.Summary,
    c.FollowUp, c.FollowUpDue, c.Outcome, c.State, c.Sensitivity != Sensitivity.Normal, c.AuthorId))
{
    private static readonly NewContactValidator Rules = new();

    public override FollowedKind Kind => FollowedKind.Contact;

    public override FormSchema Form => ContactForms.New;

    public override IReadOnlyList<string> Types { get; } = Enum.GetNames<CounterpartKind>();

    public override Result<FollowedRecord> Enter(JsonObject form, CaseContext context)
    {
        var input = FormInput.Read(form, Rules);
        return input.IsSuccess ? Entered(ContactLog.Enter(input.Value, context)) : input.Refusal;
    }

    protected override IQueryable<ContactLog> OfType(IQueryable<ContactLog> records, string type)
    {
        var counterpart = Enum.Parse<CounterpartKind>(type);
        return records.Where(c => c.Counterpart == counterpart);
    }
}
