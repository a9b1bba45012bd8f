/* vt_words.h - the words the officials room asks tokens for by their spelling: a number each. Lower
 * case, tone in the old style; two that differ by marks only are told apart by the tone's name. In
 * the order of their bytes, for they are looked up by halves. */
#ifndef VT_WORDS_H
#define VT_WORDS_H

#define VT_SMALL_WORDS(X)                                                                          \
  X(VT_W_AL, "al")                                                                                 \
  X(VT_W_BA, "ba")                                                                                 \
  X(VT_W_BIN, "bin")                                                                               \
  X(VT_W_BIEU, "biểu")                                                                             \
  X(VT_W_BAI, "bài")                                                                               \
  X(VT_W_BAY, "bảy")                                                                               \
  X(VT_W_BAU, "bầu")                                                                               \
  X(VT_W_BAT, "bắt")                                                                               \
  X(VT_W_BON, "bốn")                                                                               \
  X(VT_W_BO_HOI, "bổ")                                                                             \
  X(VT_W_BOI, "bởi")                                                                               \
  X(VT_W_CHO, "cho")                                                                               \
  X(VT_W_CHIN, "chín")                                                                             \
  X(VT_W_CHUC, "chức")                                                                             \
  X(VT_W_CHU, "chữ")                                                                               \
  X(VT_W_CLIP, "clip")                                                                             \
  X(VT_W_CON, "con")                                                                               \
  X(VT_W_CAC, "các")                                                                               \
  X(VT_W_CUNG, "cùng")                                                                             \
  X(VT_W_CUONG, "cương")                                                                           \
  X(VT_W_CAU, "cầu")                                                                               \
  X(VT_W_CUA, "của")                                                                               \
  X(VT_W_DA_NGANG, "da")                                                                           \
  X(VT_W_DANH, "danh")                                                                             \
  X(VT_W_DE, "de")                                                                                 \
  X(VT_W_DEL, "del")                                                                               \
  X(VT_W_DER, "der")                                                                               \
  X(VT_W_DO, "do")                                                                                 \
  X(VT_W_DAU, "dấu")                                                                               \
  X(VT_W_GHI, "ghi")                                                                               \
  X(VT_W_GHE, "ghế")                                                                               \
  X(VT_W_GIAI, "giai")                                                                             \
  X(VT_W_GIAM, "giam")                                                                             \
  X(VT_W_GIAO, "giao")                                                                             \
  X(VT_W_GIA, "giả")                                                                               \
  X(VT_W_GAP, "gặp")                                                                               \
  X(VT_W_GOI, "gọi")                                                                               \
  X(VT_W_GOM, "gồm")                                                                               \
  X(VT_W_HAI, "hai")                                                                               \
  X(VT_W_HIEN, "hiện")                                                                             \
  X(VT_W_HIEU, "hiệu")                                                                             \
  X(VT_W_HANH, "hành")                                                                             \
  X(VT_W_HO, "họ")                                                                                 \
  X(VT_W_HOA, "họa")                                                                               \
  X(VT_W_IBN, "ibn")                                                                               \
  X(VT_W_K_T, "k/t")                                                                               \
  X(VT_W_KHUYEN, "khuyên")                                                                         \
  X(VT_W_KHAC, "khác")                                                                             \
  X(VT_W_KHOA, "khóa")                                                                             \
  X(VT_W_KT, "kt")                                                                                 \
  X(VT_W_KY_SAC, "ký")                                                                             \
  X(VT_W_KY_HUYEN, "kỳ")                                                                           \
  X(VT_W_LA, "là")                                                                                 \
  X(VT_W_LAI, "lại")                                                                               \
  X(VT_W_MIEN, "miễn")                                                                             \
  X(VT_W_MUOI, "mười")                                                                             \
  X(VT_W_MOI, "mời")                                                                               \
  X(VT_W_NGHI, "nghị")                                                                             \
  X(VT_W_NGAY, "ngày")                                                                             \
  X(VT_W_NGU, "ngụ")                                                                               \
  X(VT_W_NHIEM, "nhiệm")                                                                           \
  X(VT_W_NHUNG, "những")                                                                           \
  X(VT_W_NAM, "năm")                                                                               \
  X(VT_W_NOI, "nối")                                                                               \
  X(VT_W_PHE, "phê")                                                                               \
  X(VT_W_PHO, "phó")                                                                               \
  X(VT_W_PHU, "phụ")                                                                               \
  X(VT_W_QUA, "qua")                                                                               \
  X(VT_W_QUYEN, "quyền")                                                                           \
  X(VT_W_QUE, "quê")                                                                               \
  X(VT_W_RO, "rõ")                                                                                 \
  X(VT_W_ROI, "rời")                                                                               \
  X(VT_W_SINH, "sinh")                                                                             \
  X(VT_W_SAU, "sáu")                                                                               \
  X(VT_W_SO, "số")                                                                                 \
  X(VT_W_T_L, "t/l")                                                                               \
  X(VT_W_T_M, "t/m")                                                                               \
  X(VT_W_THEO, "theo")                                                                             \
  X(VT_W_THUOC, "thuộc")                                                                           \
  X(VT_W_THANG, "tháng")                                                                           \
  X(VT_W_THEM, "thêm")                                                                             \
  X(VT_W_THOI, "thôi")                                                                             \
  X(VT_W_THANG_NGANG, "thăng")                                                                     \
  X(VT_W_THU_NGANG, "thư")                                                                         \
  X(VT_W_THUONG, "thường")                                                                         \
  X(VT_W_THAT, "thật")                                                                             \
  X(VT_W_THU_SAC, "thứ")                                                                           \
  X(VT_W_TIN, "tin")                                                                               \
  X(VT_W_TIEP, "tiếp")                                                                             \
  X(VT_W_TL, "tl")                                                                                 \
  X(VT_W_TM, "tm")                                                                                 \
  X(VT_W_TRI, "trí")                                                                               \
  X(VT_W_TRO, "trò")                                                                               \
  X(VT_W_TRU, "trú")                                                                               \
  X(VT_W_TRUNG, "trúng")                                                                           \
  X(VT_W_TRUONG, "trưởng")                                                                         \
  X(VT_W_TRUC, "trực")                                                                             \
  X(VT_W_TUN, "tun")                                                                               \
  X(VT_W_TUQ, "tuq")                                                                               \
  X(VT_W_TUOI, "tuổi")                                                                             \
  X(VT_W_TAC, "tác")                                                                               \
  X(VT_W_TAI_SAC, "tái")                                                                           \
  X(VT_W_TAM_SAC, "tám")                                                                           \
  X(VT_W_TEN, "tên")                                                                               \
  X(VT_W_TU_NGANG, "tư")                                                                           \
  X(VT_W_TAI, "tại")                                                                               \
  X(VT_W_TAM_NANG, "tạm")                                                                          \
  X(VT_W_TO, "tố")                                                                                 \
  X(VT_W_TOI, "tới")                                                                               \
  X(VT_W_TUC, "tức")                                                                               \
  X(VT_W_TU_HUYEN, "từ")                                                                           \
  X(VT_W_TUNG, "từng")                                                                             \
  X(VT_W_TU_HOI, "tử")                                                                             \
  X(VT_W_V, "v")                                                                                   \
  X(VT_W_VAI, "vai")                                                                               \
  X(VT_W_VAN, "van")                                                                               \
  X(VT_W_VIDEO, "video")                                                                           \
  X(VT_W_VON, "von")                                                                               \
  X(VT_W_VA, "và")                                                                                 \
  X(VT_W_VI, "vị")                                                                                 \
  X(VT_W_VOI, "với")                                                                               \
  X(VT_W_VU, "vụ")                                                                                 \
  X(VT_W_X, "x")                                                                                   \
  X(VT_W_UT, "út")                                                                                 \
  X(VT_W_Y_SAC, "ý")                                                                               \
  X(VT_W_DBQH, "đbqh")                                                                             \
  X(VT_W_DIEN, "điện")                                                                             \
  X(VT_W_DOAN, "đoàn")                                                                             \
  X(VT_W_DOAN_NANG, "đoạn")                                                                        \
  X(VT_W_DA_NGA, "đã")                                                                             \
  X(VT_W_DONG, "đóng")                                                                             \
  X(VT_W_DUONG, "đương")                                                                           \
  X(VT_W_DUOC, "được")                                                                             \
  X(VT_W_DAI, "đại")                                                                               \
  X(VT_W_DAO, "đạo")                                                                               \
  X(VT_W_DANG, "đảng")                                                                             \
  X(VT_W_DAC, "đắc")                                                                               \
  X(VT_W_DEN, "đến")                                                                               \
  X(VT_W_DOI, "đời")                                                                               \
  X(VT_W_ANH, "ảnh")

enum {
  VT_W_NONE, /* none of them */
#define VT_ONE_WORD(number, spelling) number,
  VT_SMALL_WORDS(VT_ONE_WORD)
#undef VT_ONE_WORD
};

#endif
