using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed class FinalRatingValidator : FormRules<FinalRatingInput>
{
    public FinalRatingValidator()
        : base(() => ReviewForms.FinalRating)
    {
    }
}
