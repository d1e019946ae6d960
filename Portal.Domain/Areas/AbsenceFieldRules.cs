using Portal.Domain.Forms;

namespace Portal.Domain.Areas;

/// <summary>What the fields of an absence demand; what only a substitute demands stands in <see cref="AbsenceRules"/>.</summary>
internal sealed class AbsenceFieldRules(FormSchema form) : FormRules<AbsenceInput>(() => form);
