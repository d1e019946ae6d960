using Portal.Domain.Cases;

namespace Portal.Web.Operations.Forms;

/// <summary>What the ids in a form are called.</summary>
public static class FormNames
{
    /// <param name="cases">Names of the cases that the form may refer to, by id.</param>
    public static Func<string, string, string> Of(CaseContext context, IEnumerable<Attachment> files, IEnumerable<Option>? cases = null)
    {
        var numbers = (cases ?? []).ToDictionary(c => c.Value, c => c.Label);
        var names = files.ToDictionary(f => f.Id.ToString(), f => f.FileName);
        return (kind, id) => kind switch
        {
            "area" => context.Directory.AreaName(id),
            "group" => context.Directory.Group(id)?.Name ?? id,
            "department" => context.Directory.Department(id)?.Name ?? id,
            "meetingType" => context.Directory.Data.MeetingTypes.FirstOrDefault(t => t.Id == id)?.Name ?? id,
            "case" => numbers.GetValueOrDefault(id, "…"),
            "file" => names.GetValueOrDefault(id, id),
            _ => context.Directory.NameOf(id),
        };
    }
}
