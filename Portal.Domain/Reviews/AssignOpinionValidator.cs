using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class AssignOpinionValidator : FormRules<AssignOpinionInput>
{
    public AssignOpinionValidator()
        : base(() => ReviewForms.Assign)
    {
    }
}
